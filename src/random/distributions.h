#pragma once

#include <cstdint>

#include "random/draws.h"

namespace wrapfeed::random {

// One draw each; every one consumes words of `draws` in an order that never changes for a given purpose.
double normal(Draws& draws) noexcept;                                 // mean 0, variance 1; by quantile, one word
double exponential(Draws& draws) noexcept;                            // mean 1; one word
double lognormal(Draws& draws, double mu, double sigma) noexcept;     // exp(mu + sigma N)
double weibull(Draws& draws, double shape, double scale) noexcept;    // scale * E^(1/shape)
double gamma(Draws& draws, double shape) noexcept;                    // scale 1; Marsaglia and Tsang 2000
double beta(Draws& draws, double alpha, double beta_shape) noexcept;  // from two gammas
std::uint32_t poisson(Draws& draws, double mean) noexcept;            // mean 0 to 2^31; exact
// Bounded power law on [low, high] with density proportional to x^-slope; slope 1 and negative slopes too.
double power_law(Draws& draws, double low, double high, double slope) noexcept;

}  // namespace wrapfeed::random
