// The land of the earth, for maps: Natural Earth 1:110 million, of world-atlas.
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/land-110m.json";

const kAtlas = atlas as unknown as Topology<{ land: GeometryCollection }>;

export const kLand = feature(kAtlas, kAtlas.objects.land);
