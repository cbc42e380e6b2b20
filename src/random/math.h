#pragma once

namespace wrapfeed::random {

// Elementary functions whose bits decide output. libm's differ between systems and processors; these use only
// IEEE + - * / and sqrt, so they give the same bits everywhere. Tested: log and exp are within 1 unit in the last
// place, pow 2, logistic 3, logit 5, normal_cdf 8 (however small), normal_quantile within 1e-15 of itself.
double log(double x) noexcept;                   // x > 0
double exp(double x) noexcept;                   // underflows to 0 below -745, +inf above 709.78
double pow(double base, double power) noexcept;  // base > 0
double logistic(double x) noexcept;              // 1 / (1 + exp(-x))
double logit(double p) noexcept;                 // log(p / (1 - p)), 0 < p < 1
double normal_cdf(double x) noexcept;
// Quantile of the standard normal distribution; Wichura 1988, algorithm AS 241 (PPND16).
double normal_quantile(double p) noexcept;  // 0 < p < 1

}  // namespace wrapfeed::random
