#pragma once

#include <limits>
#include <span>
#include <vector>

namespace wrapfeed::realism {

// What is not known: too little was listened to. Printed as null.
inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// All of these answer kUnknown for no values at all.
double mean(std::span<const double> values);
double deviation(std::span<const double> values, int lost_degrees);       // root of sum of squares / (n - lost_degrees)
double sorted_quantile(std::span<const double> ascending, double share);  // linear between the values, as numpy's
double quantile(std::vector<double> values, double share);
double median(std::vector<double> values);
double ratio(double part, double whole);  // kUnknown for whole = 0

std::vector<double> known(std::vector<double> values);  // without those that are kUnknown

// Ranks from 1; equal values share the mean of theirs.
std::vector<double> ranks(std::span<const double> values);
double correlation(std::span<const double> one, std::span<const double> other);  // Pearson's
double slope(std::span<const double> x, std::span<const double> y);              // least squares

}  // namespace wrapfeed::realism
