#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "realism/scorecard.h"

namespace wrapfeed::realism {
namespace {

constexpr std::size_t kWorstFeatures = 12;  // shown of the windows

// Three digits; counts as they are.
std::string figure(double value) {
  if (std::isnan(value)) return "-";
  if (std::abs(value) >= 100) return fmt::format("{:.0f}", value);
  if (std::abs(value) >= 10) return fmt::format("{:.1f}", value);
  return fmt::format("{:.3f}", value);
}

std::string_view mark(bool good) { return good ? "" : "  <-"; }

std::string target_text(const Target& target) {
  std::string text = fmt::format("{:>2} {:<40} {}\n", target.id, target.name, target.pass() ? "pass" : "FAIL");
  for (const Check& check : target.checks) {
    text += fmt::format("   {:<43}{:>8}   real {:>6}", check.name, figure(check.measured), figure(check.target));
    if (check.judged)
      text += fmt::format("   {:>6} to {:<6}{}", figure(check.low), figure(check.high), mark(check.pass()));
    while (text.ends_with(' ')) text.pop_back();
    text += "\n";
  }
  return text;
}

std::string windows_text(const WindowCard& card) {
  std::string text = fmt::format(
      "windows of 28 days: {} of {} listeners; mean KS {} over 44 features; Spearman correlations off by {}, of "
      "listeners' means by {}\n   {:<24}{:>6} {:>16} {:>18} {:>18}\n",
      card.windows, card.listeners, figure(card.mean_distance), figure(card.correlations),
      figure(card.correlations_of_means), "furthest", "KS", "median (real)", "between (real)", "within (real)");
  std::array<std::size_t, kWindowFeatures> order;
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return card.features[a].distance > card.features[b].distance; });
  const auto pair = [](double feed, double real) { return fmt::format("{} ({})", figure(feed), figure(real)); };
  for (std::size_t i = 0; i < kWorstFeatures; ++i) {
    const FeatureCard& feature = card.features[order[i]];
    const std::size_t middle = feature.real.size() / 2;
    text +=
        fmt::format("   {:<24}{:>6} {:>16} {:>18} {:>18}\n", kWindowFeatureList[order[i]].name,
                    figure(feature.distance), pair(feature.feed[middle], feature.real[middle]),
                    pair(feature.feed_between, feature.real_between), pair(feature.feed_within, feature.real_within));
  }
  return text;
}

std::string spread_text(const std::vector<Spread>& spreads) {
  const auto near = std::count_if(spreads.begin(), spreads.end(), [](const Spread& spread) { return spread.within(); });
  std::string text = fmt::format("over listeners, p10 / median / p90: {} of {} within 20 %\n", near, spreads.size());
  for (const Spread& spread : spreads)
    text += fmt::format("   {:<46}{:>7}{:>7}{:>7}   real{:>7}{:>7}{:>7}{}\n", spread.label, figure(spread.feed.p10),
                        figure(spread.feed.p50), figure(spread.feed.p90), figure(spread.real.p10),
                        figure(spread.real.p50), figure(spread.real.p90), mark(spread.within()));
  return text;
}

std::string traits_text(const std::vector<TraitPair>& pairs) {
  const auto near = std::count_if(pairs.begin(), pairs.end(), [](const TraitPair& pair) { return pair.within(); });
  std::string text = fmt::format("traits together (Spearman): {} of {} within 0.1\n", near, pairs.size());
  for (const TraitPair& pair : pairs)
    text += fmt::format("   {:<46}{:>7}   real{:>7}{}\n", fmt::format("{}, {}", pair.one, pair.other),
                        figure(pair.feed), figure(pair.real), mark(pair.within()));
  return text;
}

}  // namespace

std::string to_text(const Scorecard& card) {
  std::string text = fmt::format("{} listener{}, {} of them counted (at least {:.0f} plays)", card.listeners,
                                 card.listeners == 1 ? "" : "s", card.counted, card.fewest_plays);
  if (!card.judged()) return text + fmt::format(": too few plays to judge, it takes {} counted\n", kFewestListeners);
  text += "\n";
  for (const Target& target : card.targets) text += target_text(target);
  text += windows_text(card.windows) + spread_text(card.spread) + traits_text(card.traits);
  text += fmt::format("{} of {} targets met, mean KS {}\n", card.passed(), card.targets.size(),
                      figure(card.windows.mean_distance));
  if (card.population == events::Population::Typical)
    text += "all but target 8 are of heavy listeners: --population heavy is the one to compare with them\n";
  return text;
}

}  // namespace wrapfeed::realism
