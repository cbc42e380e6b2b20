// The run of stories, in order.
import { age } from "./age";
import { artists } from "./artists";
import { calendar } from "./calendar";
import { card } from "./card";
import { clock } from "./clock";
import { club } from "./club";
import { day } from "./day";
import { discoveries } from "./discoveries";
import { genres } from "./genres";
import { minutes } from "./minutes";
import { personality } from "./personality";
import { song } from "./song";
import type { Story } from "./story";
import { town } from "./town";

export const kStories: Story[] = [
  minutes,
  song,
  artists,
  genres,
  clock,
  calendar,
  discoveries,
  age,
  personality,
  day,
  town,
  club,
  card,
];
