// The land of the world in outline: Natural Earth at 1:110 million, public domain.
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/land-110m.json";

const topology = atlas as unknown as Topology<{ land: GeometryCollection }>;

export const land = feature(topology, topology.objects.land);
