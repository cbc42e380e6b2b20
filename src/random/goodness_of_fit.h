#pragma once

#include <cstdint>
#include <functional>
#include <vector>

// For tests alone: how well samples fit the distribution they claim. Every test has a fixed seed, so it passes or
// fails always; the limits are those that one right generator in a thousand would miss.
namespace wrapfeed::random {

// Kolmogorov-Smirnov: sqrt(n) times the largest distance between the samples' distribution function and `cdf`.
double kolmogorov_smirnov(std::vector<double> samples, const std::function<double(double)>& cdf);
inline constexpr double kKolmogorovLimit = 1.95;  // of a continuous distribution

// Pearson's chi-square as a standard normal score (Wilson and Hilferty 1931). Neighbouring cells are joined until at
// least 10 are expected in each.
double chi_square_score(const std::vector<double>& counts, const std::vector<double>& expected);
inline constexpr double kScoreLimit = 3.3;  // on both sides: too good a fit is wrong as well

double gamma_cdf(double x, double shape);
double beta_cdf(double x, double alpha, double beta_shape);
double poisson_probability(std::uint32_t k, double mean);

}  // namespace wrapfeed::random
