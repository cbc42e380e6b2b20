import { expect, test } from "vitest";
import {
  choiceLabel,
  groupWords,
  isFiltered,
  readFilters,
  writeFilters,
  type Choices,
} from "../../../population/filters";

const kChoices: Choices = {
  country: [{ value: "DE", users: 5 }],
  plan: [{ value: "premium", users: 3 }],
  age: [
    { value: "0-17", label: "Under 18", users: 2 },
    { value: "25-34", label: "25 to 34", users: 9 },
  ],
};

test("filters come from the address and go back into it, and leave the rest of it alone", () => {
  const query = new URLSearchParams("country=DE&plan=&story=2&age=25-34");
  expect(readFilters(query)).toEqual({ country: "DE", age: "25-34" });
  expect(writeFilters(query, { plan: "duo" }).toString()).toBe("plan=duo&story=2");
});

test("nothing chosen is no filter", () => {
  expect(isFiltered(readFilters(new URLSearchParams("story=2")))).toBe(false);
  expect(isFiltered({ age: "25-34" })).toBe(true);
});

test("a group is said in words", () => {
  expect(groupWords(1000, {}, kChoices)).toBe("1,000 listeners");
  expect(groupWords(1, { plan: "premium" }, kChoices)).toBe("1 premium listener");
  expect(groupWords(12, { country: "US", plan: "free", age: "0-17" }, kChoices)).toBe(
    "12 free listeners in the United States, aged under 18",
  );
  expect(groupWords(3, { country: "DE", age: "99-" }, kChoices)).toBe("3 listeners in Germany, aged 99-");
});

test("choices have names", () => {
  expect(choiceLabel("country", { value: "BR", users: 1 })).toBe("Brazil");
  expect(choiceLabel("plan", { value: "family", users: 1 })).toBe("Family");
  expect(choiceLabel("age", kChoices.age[0]!)).toBe("Under 18");
});
