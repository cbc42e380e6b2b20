#pragma once

namespace wrapfeed::users {

// How age moves a listener's skip score, in standard deviations of that score, mean 0 over the ages that demography.h
// draws. From the share of plays skipped before their end by age in Lamere 2014 ("The Skip", read off a chart): over
// 50 % for teenagers, about 25 % at 35, 42 % at 48, falling until 60; straight lines between. Shares become scores by
// their logits over 0.95, the spread of the skip trait between listeners.
double skip_shift(double age) noexcept;  // years
double skip_shift_variance() noexcept;   // over the same ages, 0.136

// The skip score of somebody of that age whose other reasons to skip have `score`: normal with mean 0 and variance 1
// over all ages if `score` is.
double aged_skip_score(double score, double age) noexcept;

}  // namespace wrapfeed::users
