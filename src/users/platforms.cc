#include "users/platforms.h"

#include <algorithm>
#include <cstdint>

#include "events/event.h"

namespace wrapfeed::users {
namespace {

using events::Platform;
using Weights = std::array<double, 8>;

constexpr std::size_t index(Platform platform) { return static_cast<std::size_t>(platform); }

// Fitted together to the shares over all users; the countries' own would give more than 20 % iOS.
constexpr double kIosOdds = 0.64;
constexpr double kComputerMain = 0.078;

double ios_chance(double ios_share, int age) {
  const double odds = kIosOdds * (age < 25 ? 1.2 : 0.92) * ios_share / (1 - ios_share);
  return odds / (1 + odds);
}

double computer_chance(int age) {
  if (age < 25) return 0.8 * kComputerMain;
  return (age < 55 ? 1.1 : 1.15) * kComputerMain;
}

// A computer is a Mac for a third of those who have an iPhone, otherwise for a twelfth.
Weights computers(bool ios) {
  Weights weights{};
  weights[index(Platform::Windows)] = ios ? 44 : 69;
  weights[index(Platform::Osx)] = ios ? 36 : 9;
  weights[index(Platform::Linux)] = 5;
  weights[index(Platform::WebPlayer)] = 17;
  return weights;
}

// What is used beside the phone: computers, a tablet of the other kind of phone, loudspeakers and television sets.
Weights companions(bool ios) {
  Weights weights = computers(ios);
  weights[index(ios ? Platform::Android : Platform::Ios)] = 8;
  weights[index(Platform::Cast)] = 30;
  return weights;
}

Platform pick(const Weights& weights, double uniform) {
  double total = 0;
  for (const double weight : weights) total += weight;
  double left = uniform * total;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    if (left < weights[i]) break;
    left -= weights[i];
  }
  return static_cast<Platform>(last);
}

}  // namespace

std::array<double, 8> draw_platforms(double ios_share, int age, random::Draws& draws) {
  const bool ios = draws.chance(ios_chance(ios_share, age));
  const Platform phone = ios ? Platform::Ios : Platform::Android;
  const bool computer = draws.chance(computer_chance(age));
  const Platform main = computer ? pick(computers(ios), draws.uniform()) : phone;
  const double main_share = 0.72 + 0.24 * draws.uniform();
  const double number = draws.uniform();
  const int others = number < 0.5 ? 1 : number < 0.83 ? 2 : 3;

  Weights candidates = companions(ios);
  std::array<double, 8> shares{};
  double share = 1;
  for (int i = 0; i < others; ++i, share /= 2) {
    candidates[index(main)] = 0;
    const Platform other = computer && i == 0 ? phone : pick(candidates, draws.uniform());
    candidates[index(other)] = 0;
    shares[index(other)] = share;
  }
  const double others_total = 2 - 2 * share;  // 1 + 1/2 + 1/4, of as many as there are
  for (double& other : shares) other *= (1 - main_share) / others_total;
  shares[index(main)] = main_share;
  return shares;
}

}  // namespace wrapfeed::users
