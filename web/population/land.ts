// The land that people live on: all but Antarctica.
import { kLand } from "../stories/land";

const kSouth = -60;  // degrees

type Polygon = number[][][];

const geometries = kLand.features.map((f) => f.geometry);
const polygons = geometries.flatMap((g) =>
  g.type === "MultiPolygon" ? g.coordinates : g.type === "Polygon" ? [g.coordinates] : [],
);
const inhabited = (polygon: Polygon) => polygon[0]!.some(([, latitude]) => latitude! > kSouth);

export const land = { type: "MultiPolygon" as const, coordinates: polygons.filter(inhabited) };
