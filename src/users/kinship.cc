#include "users/kinship.h"

namespace wrapfeed::users {
namespace {

using catalog::Family;
using Factors = std::array<double, kFamilies + 1>;

constexpr double kSame = 4;
constexpr double kKindred = 2;

constexpr Family kPairs[][2] = {
    {Family::Rock, Family::Metal},      {Family::Rock, Family::Punk},         {Family::Rock, Family::Indie},
    {Family::Metal, Family::Punk},      {Family::Punk, Family::Indie},        {Family::Pop, Family::Electronic},
    {Family::Pop, Family::Soul},        {Family::HipHop, Family::Soul},       {Family::Electronic, Family::House},
    {Family::House, Family::Techno},    {Family::Electronic, Family::Techno}, {Family::Electronic, Family::Ambient},
    {Family::Jazz, Family::Soul},       {Family::Jazz, Family::Classical},    {Family::Classical, Family::Ambient},
    {Family::Folk, Family::Country},    {Family::Folk, Family::Indie},        {Family::Folk, Family::World},
    {Family::Latin, Family::Brazilian}, {Family::African, Family::World},     {Family::African, Family::HipHop},
    {Family::Asian, Family::Pop},       {Family::Spoken, Family::Children},
};

std::array<Factors, kFamilies + 1> make_factors() {
  std::array<Factors, kFamilies + 1> factors;
  for (Factors& row : factors) row.fill(1);
  for (std::size_t i = 0; i < kFamilies; ++i) factors[i][i] = kSame;
  for (const auto& [one, other] : kPairs) {
    factors[static_cast<std::size_t>(one)][static_cast<std::size_t>(other)] = kKindred;
    factors[static_cast<std::size_t>(other)][static_cast<std::size_t>(one)] = kKindred;
  }
  return factors;
}

}  // namespace

const Factors& kinship(std::uint8_t family) {
  static const std::array<Factors, kFamilies + 1> factors = make_factors();
  return factors[family];
}

}  // namespace wrapfeed::users
