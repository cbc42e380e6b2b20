"""The sixteen Listening Personalities of a typical feed, beside the latent axes that caused them."""
import collections
import json
import unittest

import program

AXES = (("exploration", "FE"), ("newness", "TN"), ("variety", "LV"), ("uniqueness", "CU"))


class Personalities(program.Case):
    def test_all_occur_none_prevails_and_they_agree_with_the_truth(self):
        self.run_program("generate", "--quiet", "--users", 600, "--to", "2025-11-17", "--truth", "--out", "feed")
        latent = {row["user_id"]: row["axes"] for row in self.rows("feed/truth/user")}
        output, _ = self.run_program("wrapped", "feed", "--format", "json")
        codes = {row["user_id"]: row["personality"]["code"] for row in map(json.loads, output.splitlines())
                 if row["personality"]}
        self.assertGreater(len(codes), 500)
        counts = collections.Counter(codes.values())
        self.assertEqual(len(counts), 16)
        self.assertLess(max(counts.values()), .2 * len(codes))

        true_codes = {user: "".join(letters[latent[user][axis] >= .5] for axis, letters in AXES) for user in codes}
        true_counts = collections.Counter(true_codes.values())
        same = sum(codes[user] == true_codes[user] for user in codes) / len(codes)
        chance = sum(counts[code] * true_counts[code] for code in counts) / len(codes) ** 2
        print(f"same code: {same:.1%}, by chance {chance:.1%}")
        self.assertGreater(same, 3 * chance)
        for place, (axis, _) in enumerate(AXES):
            agree = sum(codes[user][place] == true_codes[user][place] for user in codes) / len(codes)
            print(f"{axis}: the same half {agree:.1%}")
            self.assertGreater(agree, .6, axis)


if __name__ == "__main__":
    unittest.main()
