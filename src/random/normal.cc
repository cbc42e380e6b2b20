#include <cmath>
#include <iterator>

#include "random/double_double.h"
#include "random/math.h"

namespace wrapfeed::random {
namespace {

// Chebyshev coefficients in 2t - 1 of exp(z^2 / 2) Phi(-z) / t with t = 4 / (4 + z), z >= 0; the first counts half.
// Interpolated at 60 Chebyshev points in 60-digit arithmetic; the first one left out is under 1e-18.
constexpr double kTail[] = {
    0.485225602283038272423,       0.1879272042098926328486,       0.05554838891881275850497,
    0.01212943831511152152966,     0.001731480124060620098101,     0.00008014961859953748837725,
    -0.00002513684790802669598353, -0.000004725842254926740902992, 2.525892213686577637689e-7,
    1.536333687349455976592e-7,    -8.45255030017293910203e-10,    -5.171627015435708519435e-9,
    -2.820650908117376598728e-11,  1.94350380709717356513e-10,     -2.485356047851176870987e-12,
    -7.936207374645756960205e-12,  4.606201711176235055377e-13,    3.282154116677741351551e-13,
    -4.35384066316370339357e-14,   -1.226818507926106025955e-14,   3.232846081541394052078e-15,
    3.045165880431585332935e-16,   -2.013036843155233252104e-16,   7.15123536065405284899e-18,
    1.014266106083838536612e-17,   -1.75160019320364896874e-18,    -3.34918850754008950885e-19,
    1.523938727414780372255e-19,
};

// Clenshaw's recurrence.
double tail_series(double t) {
  const double twice = 2 * (2 * t - 1);
  double next = 0;
  double after = 0;
  for (int term = static_cast<int>(std::size(kTail)) - 1; term > 0; --term) {
    const double sum = twice * next - after + kTail[term];
    after = next;
    next = sum;
  }
  return 0.5 * (twice * next + kTail[0]) - after;
}

// Phi(-z) for z >= 0, accurate relative to itself however small.
double upper_tail(double z) {
  if (z > 39) return 0;
  const double t = 4 / (4 + z);
  const DoubleDouble square = exact_product(z, z);
  // exp(-(high + low) / 2); low is under an ulp of high, so one term of its series is enough.
  const double density = exp(-0.5 * square.high);
  return (density - density * (0.5 * square.low)) * (t * tail_series(t));
}

double ratio(const double (&above)[8], const double (&below)[8], double r) {
  double numerator = above[7];
  double denominator = below[7];
  for (int term = 6; term >= 0; --term) {
    numerator = numerator * r + above[term];
    denominator = denominator * r + below[term];
  }
  return numerator / denominator;
}

// Wichura's coefficients: the middle (|p - 1/2| <= 0.425), the tails (sqrt(-log p) <= 5), and the far tails.
constexpr double kMiddleAbove[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                   1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                   3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double kMiddleBelow[] = {1.0,
                                   4.2313330701600911252e+1,
                                   6.8718700749205790830e+2,
                                   5.3941960214247511077e+3,
                                   2.1213794301586595867e+4,
                                   3.9307895800092710610e+4,
                                   2.8729085735721942674e+4,
                                   5.2264952788528545610e+3};
constexpr double kTailAbove[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                 3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                 2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double kTailBelow[] = {1.0,
                                 2.05319162663775882187e0,
                                 1.67638483018380384940e0,
                                 6.89767334985100004550e-1,
                                 1.48103976427480074590e-1,
                                 1.51986665636164571966e-2,
                                 5.47593808499534494600e-4,
                                 1.05075007164441684324e-9};
constexpr double kFarAbove[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double kFarBelow[] = {1.0,
                                5.99832206555887937690e-1,
                                1.36929880922735805310e-1,
                                1.48753612908506148525e-2,
                                7.86869131145613259100e-4,
                                1.84631831751005468180e-5,
                                1.42151175831644588870e-7,
                                2.04426310338993978564e-15};

}  // namespace

double normal_cdf(double x) noexcept { return x < 0 ? upper_tail(-x) : 1 - upper_tail(x); }

double normal_quantile(double p) noexcept {
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) return q * ratio(kMiddleAbove, kMiddleBelow, 0.180625 - q * q);
  const double r = std::sqrt(-log(q < 0 ? p : 1 - p));
  const double z = r <= 5 ? ratio(kTailAbove, kTailBelow, r - 1.6) : ratio(kFarAbove, kFarBelow, r - 5);
  return q < 0 ? -z : z;
}

}  // namespace wrapfeed::random
