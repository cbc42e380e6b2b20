#pragma once

namespace wrapfeed::random {

// A number held as the unevaluated sum of two doubles, |low| <= ulp(high) / 2: about 106 bits. The building blocks
// are those of Dekker 1971, "A floating-point technique for extending the available precision", without fused
// multiply-add, so that every processor gives the same bits.
struct DoubleDouble {
  double high;
  double low;
};

// a + b exactly; |a| >= |b| or a = 0.
constexpr DoubleDouble quick_sum(double a, double b) noexcept {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

// a + b exactly (Knuth).
constexpr DoubleDouble exact_sum(double a, double b) noexcept {
  const double sum = a + b;
  const double of_b = sum - a;
  return {sum, (a - (sum - of_b)) + (b - of_b)};
}

// The upper 26 bits of a and the rest (Veltkamp); |a| < 2^996.
constexpr DoubleDouble split(double a) noexcept {
  const double scaled = 0x1.0000002p27 * a;
  const double high = scaled - (scaled - a);
  return {high, a - high};
}

// a * b exactly, unless it underflows.
constexpr DoubleDouble exact_product(double a, double b) noexcept {
  const double product = a * b;
  const DoubleDouble x = split(a);
  const DoubleDouble y = split(b);
  return {product, ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

constexpr DoubleDouble operator+(DoubleDouble a, DoubleDouble b) noexcept {
  const DoubleDouble sum = exact_sum(a.high, b.high);
  return quick_sum(sum.high, sum.low + (a.low + b.low));
}

constexpr DoubleDouble operator*(DoubleDouble a, DoubleDouble b) noexcept {
  const DoubleDouble product = exact_product(a.high, b.high);
  return quick_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

constexpr DoubleDouble operator/(DoubleDouble a, DoubleDouble b) noexcept {
  const double quotient = a.high / b.high;
  const DoubleDouble back = exact_product(quotient, b.high);
  return quick_sum(quotient, (a.high - back.high - back.low + a.low - quotient * b.low) / b.high);
}

}  // namespace wrapfeed::random
