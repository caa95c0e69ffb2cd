// Second places named in a prompt (mountains behind a lake, a city beyond a park), painted on the horizon behind the first.
import type { SettingName } from '../brief/vocabulary.js';
import { type Compose, distantRange, farWood, hills, ridge, seedOf } from './compose.js';
import type { FeatureName, Layer, SkylineStyle } from './scene.js';

type Backdrop = (c: Compose) => Layer[];

const skyline =
  (style: SkylineStyle, height: number): Backdrop =>
  (c) => [
    {
      kind: 'skyline',
      seed: seedOf(c),
      style,
      base: c.horizon + 0.01,
      height,
      depth: 0.8,
      albedo: style === 'modern' ? [140, 150, 168] : [224, 206, 180],
    },
  ];

/** A landmark on the side of the picture that the subjects leave free. */
const landmark =
  (feature: FeatureName, size: number): Backdrop =>
  (c) => [
    {
      kind: 'feature',
      feature,
      seed: seedOf(c),
      x: c.clear[0] + c.clear[2] > 1 ? 0.26 : 0.74,
      y: c.horizon + 0.012,
      size,
      depth: 0.6,
    },
  ];

const backdrops: Partial<Record<SettingName, Backdrop>> = {
  mountains: (c) => distantRange(c, 0.34, 0.6),
  snowfield: (c) => distantRange(c, 0.3, 0.85),
  volcano: (c) => [ridge(c, 'volcano', c.horizon + 0.01, 0.34, 0.75, [96, 80, 80])],
  canyon: (c) => [ridge(c, 'mesa', c.horizon + 0.01, 0.26, 0.8, [190, 106, 72])],
  desert: (c) => [ridge(c, 'dunes', c.horizon + 0.01, 0.12, 0.75, [224, 180, 120])],
  forest: (c) => [farWood(c, 0.14)],
  'bamboo-forest': (c) => [farWood(c, 0.16)],
  'autumn-forest': (c) => [ridge(c, 'forest', c.horizon + 0.016, 0.13, 0.6, [184, 110, 56])],
  jungle: (c) => [farWood(c, 0.16)],
  meadow: (c) => [hills(c, 0.14, 0.75, [124, 152, 88])],
  'flower-field': (c) => [hills(c, 0.1, 0.7, [176, 140, 170])],
  farm: (c) => [hills(c, 0.1, 0.75, [170, 160, 90]), ...landmark('windmill', 0.2)(c)],
  city: skyline('modern', 0.3),
  'city-by-night': skyline('modern', 0.34),
  street: skyline('modern', 0.22),
  village: skyline('village', 0.14),
  'ancient-town': skyline('ancient', 0.16),
  harbour: skyline('harbour', 0.12),
  'castle-grounds': landmark('castle', 0.34),
  waterfall: landmark('waterfall', 0.34),
  stadium: landmark('stands', 0.2),
};

/** Layers behind all others for the second places that can be seen from the first; rooms and closed places show none. */
export function backdropLayers(c: Compose): Layer[] {
  return c.brief.backdrops
    .slice(0, 2)
    .filter((setting) => !c.brief.excluded.settings.includes(setting))
    .flatMap((setting) => backdrops[setting]?.(c) ?? []);
}
