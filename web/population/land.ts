// The land of the world in outline, without Antarctica: Natural Earth at 1:110 million, public domain.
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/land-110m.json";

const topology = atlas as unknown as Topology<{ land: GeometryCollection }>;

const kSouth = -60;  // degrees; Antarctica has no listeners

type Ring = number[][];

function inhabited(polygon: Ring[]): boolean {
  return polygon[0]!.some(([, latitude]) => latitude! > kSouth);
}

const all = feature(topology, topology.objects.land).features.map((f) => f.geometry);
const polygons = all.flatMap((g) => (g.type === "MultiPolygon" ? g.coordinates : g.type === "Polygon" ? [g.coordinates] : []));

export const land = { type: "MultiPolygon" as const, coordinates: polygons.filter(inhabited) };
