// The artists and the tracks of the group, each a sheet of leaders.
import { counted } from "../stories/words";
import { percent } from "../charts/format";
import { ratio } from "./compare";
import type { Scene } from "./data";
import { growth, growthPeriods, lift } from "./growth";
import { leaders, type Ranked } from "./leaders";

// Who of the ten is streamed more here than elsewhere, by the most; null without a filter or without figures.
function ownest(scene: Scene, ranked: Ranked[]): Ranked | null {
  if (!scene.filtered) return null;
  const known = ranked.filter((r) => (lift(scene, r.leader) ?? 0) > 1);
  return known.reduce<Ranked | null>((a, b) => (a && lift(scene, a.leader)! >= lift(scene, b.leader)! ? a : b), null);
}

function climber({ grows }: Scene, ranked: Ranked[]): Ranked | null {
  if (!grows) return null;
  const known = ranked.filter((r) => (growth(r.leader.months) ?? 0) > 0);
  return known.reduce<Ranked | null>(
    (a, b) => (a && growth(a.leader.months)! >= growth(b.leader.months)! ? a : b),
    null,
  );
}

function words(scene: Scene, ranked: Ranked[]): string {
  const own = ownest(scene, ranked);
  const up = climber(scene, ranked);
  const together = ranked.reduce((sum, r) => sum + r.leader.streams, 0);
  const parts = [`Together they have ${percent(ratio(together, scene.group.streams))} of all streams.`];
  if (up) parts.push(`${up.title} grew most over the year.`);
  if (own)
    parts.push(
      `${own.title} is the group’s very own: ${lift(scene, own.leader)!.toFixed(1)} times as much as elsewhere.`,
    );
  const periods = growthPeriods(scene);
  if (periods) parts.push(`Growth is ${periods}.`);
  return parts.join(" ");
}

export function artists(scene: Scene): HTMLElement {
  const ranked = scene.group.artists.map((leader) => {
    const heard = leader.listeners === undefined ? "" : counted(leader.listeners, "listener");
    return {
      id: leader.artist_id,
      leader,
      title: leader.name,
      about: [leader.genre, heard].filter(Boolean).join(" · "),
    };
  });
  return leaders(
    "artists",
    "artists",
    "Artists",
    scene,
    ranked,
    scene.everyone.artists.map((a) => a.artist_id),
    ranked[0] ? `${ranked[0].title} leads.` : "",
    words(scene, ranked),
  );
}

export function tracks(scene: Scene): HTMLElement {
  const ranked = scene.group.tracks.map((leader) => ({
    id: leader.track_id,
    leader,
    title: leader.name,
    about: leader.artist_name,
  }));
  return leaders(
    "tracks",
    "song",
    "Tracks",
    scene,
    ranked,
    scene.everyone.tracks.map((t) => t.track_id),
    ranked[0] ? `“${ranked[0].title}” leads.` : "",
    words(scene, ranked),
  );
}
