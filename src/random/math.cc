#include "random/math.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "random/double_double.h"

namespace wrapfeed::random {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// ln 2 in two parts: the first has 21 trailing zero bits, so its product with any exponent is exact.
constexpr double kLn2High = 0x1.62e42fefp-1;
constexpr double kLn2Low = 0x1.473de6af278edp-34;
constexpr double kInverseLn2 = 0x1.71547652b82fep0;

// 2^exponent for a normal result.
double power_of_two(int exponent) { return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52); }

// x = fraction * 2^exponent with the fraction in [sqrt(1/2), sqrt(2)); x positive and finite.
struct Parts {
  double fraction;
  int exponent;
};

Parts parts_of(double x) {
  constexpr std::uint64_t kSqrtHalf = 0x3fe6a09e667f3bcd;
  int shift = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    shift = -54;
  }
  const std::uint64_t above = std::bit_cast<std::uint64_t>(x) - kSqrtHalf;
  const int exponent = static_cast<int>(static_cast<std::int64_t>(above) >> 52);
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(x) - (static_cast<std::uint64_t>(exponent) << 52);
  return {std::bit_cast<double>(bits), exponent + shift};
}

// Horner's scheme is one long chain of dependent steps; these polynomials are evaluated in pairs of terms (Estrin),
// which the processor overlaps.
constexpr double pair_of(double a, double b, double x) { return a + b * x; }

// 1/kFirst + z/(kFirst + 2) + z^2/(kFirst + 4) + ...: a stretch of the series of the inverse hyperbolic tangent, whose
// terms end below 2^-57 of the first for z <= 0.0295, s = sqrt(z) <= (sqrt(2) - 1) / (sqrt(2) + 1).
template <int kFirst>
double odd_reciprocals(double z) {
  constexpr double kTerms[] = {1 / 3.0,  1 / 5.0,  1 / 7.0,  1 / 9.0, 1 / 11.0, 1 / 13.0, 1 / 15.0, 1 / 17.0,
                               1 / 19.0, 1 / 21.0, 1 / 23.0, 0,       0,        0,        0};
  const double* t = kTerms + (kFirst - 3) / 2;
  const double z2 = z * z;
  const double z4 = z2 * z2;
  const double low = pair_of(pair_of(t[0], t[1], z), pair_of(t[2], t[3], z), z2);
  const double middle = pair_of(pair_of(t[4], t[5], z), pair_of(t[6], t[7], z), z2);
  const double high = pair_of(pair_of(t[8], t[9], z), t[10], z2);
  return low + z4 * (middle + z4 * high);
}

// log(x) to about 70 bits; x positive and finite. log(1 + f) = 2 atanh(s) with s = f / (2 + f).
DoubleDouble precise_log(double x) {
  const auto [fraction, exponent] = parts_of(x);
  const double f = fraction - 1;
  const DoubleDouble s = DoubleDouble{f, 0} / exact_sum(2, f);
  const DoubleDouble z = s * s;
  constexpr DoubleDouble kThird = DoubleDouble{1, 0} / DoubleDouble{3, 0};
  constexpr DoubleDouble kFifth = DoubleDouble{1, 0} / DoubleDouble{5, 0};
  const DoubleDouble series = kThird + z * (kFifth + z * DoubleDouble{odd_reciprocals<7>(z.high), 0});
  const DoubleDouble twice{2 * s.high, 2 * s.low};
  const DoubleDouble scale = quick_sum(exponent * kLn2High, exponent * kLn2Low);
  return scale + (twice + twice * (z * series));
}

// 1/2! + r/3! + r^2/4! + ... + r^12/14!
double exp_series(double r) {
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double low = pair_of(pair_of(1 / 2.0, 1 / 6.0, r), pair_of(1 / 24.0, 1 / 120.0, r), r2);
  const double middle = pair_of(pair_of(1 / 720.0, 1 / 5040.0, r), pair_of(1 / 40320.0, 1 / 362880.0, r), r2);
  const double high =
      pair_of(pair_of(1 / 3628800.0, 1 / 39916800.0, r), pair_of(1 / 479001600.0, 1 / 6227020800.0, r), r2);
  return low + r4 * (middle + r4 * (high + r4 * (1 / 87178291200.0)));
}

// exp(x + low) for |x| < 746 and |low| <= ulp(x): x = k ln 2 + r, then the Taylor series of exp(r), |r| <= 0.347, whose
// two leading terms are added without error.
double exp_of_sum(double x, double low) {
  const double k = std::floor(x * kInverseLn2 + 0.5);
  const DoubleDouble r = exact_sum(x - k * kLn2High, -(k * kLn2Low));
  const double series = exp_series(r.high);
  const DoubleDouble leading = quick_sum(1, r.high);
  const double curve = r.high * r.high * series;
  const double value = leading.high + (leading.low + (r.low + low) * (leading.high + curve) + curve);
  // In two steps, since 2^k alone may be too large or too small for a double.
  const int half = static_cast<int>(k) / 2;
  return value * power_of_two(half) * power_of_two(static_cast<int>(k) - half);
}

}  // namespace

double log(double x) noexcept {
  if (!(x > 0)) return x == 0 ? -kInfinity : kNaN;
  if (x == kInfinity) return x;
  const auto [fraction, exponent] = parts_of(x);
  const double f = fraction - 1;
  const double s = f / (2 + f);
  const double z = s * s;
  const double rest = 2 * z * odd_reciprocals<3>(z);  // 2 atanh(s) = s (2 + rest)
  const double half_square = 0.5 * f * f;
  // s (2 + rest) = f - (f^2 / 2 - s (f^2 / 2 + rest)): the large term f is exact.
  return exponent * kLn2High - ((half_square - (s * (half_square + rest) + exponent * kLn2Low)) - f);
}

double exp(double x) noexcept {
  if (x > 709.79) return kInfinity;
  if (x < -745.14) return 0;
  if (!(x == x)) return x;
  return exp_of_sum(x, 0);
}

double pow(double base, double power) noexcept {
  if (power == 0 || base == 1) return 1;
  if (!(base >= 0) || !(power == power)) return kNaN;
  if (base == 0 || base == kInfinity) return (base == 0) == (power < 0) ? kInfinity : 0;
  const DoubleDouble logarithm = precise_log(base);
  const double estimate = logarithm.high * power;
  if (estimate > 709.79) return kInfinity;
  if (estimate < -745.14) return 0;
  const DoubleDouble product = exact_product(logarithm.high, power);
  const DoubleDouble exponent = quick_sum(product.high, product.low + logarithm.low * power);
  return exp_of_sum(exponent.high, exponent.low);
}

double logistic(double x) noexcept {
  if (x >= 0) return 1 / (1 + exp(-x));
  const double odds = exp(x);
  return odds / (1 + odds);
}

double logit(double p) noexcept {
  const double s = 2 * (p - 0.5);  // exact where it is used; logit(p) = 2 atanh(2p - 1)
  if (s > -0.17 && s < 0.17) return 2 * s + 2 * s * (s * s * odd_reciprocals<3>(s * s));
  return log(p / (1 - p));
}

}  // namespace wrapfeed::random
