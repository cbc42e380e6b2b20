#pragma once

#include "web/answer.h"
#include "web/keeper.h"

namespace wrapfeed::web {

// Answers every request: the page at "/", and the end points of docs/api.md. Any thread.
class Api {
 public:
  explicit Api(Keeper& keeper) : keeper_(keeper) {}  // which must outlive this
  Answer answer(const Request& request) const;

 private:
  Answer route(const Request& request) const;
  Answer from_results(const Request& request) const;
  Answer about_user(const Request& request, const std::string& rest, Results& results) const;

  Keeper& keeper_;
};

}  // namespace wrapfeed::web
