// The planner: from brief to scene. Chooses place, hour and light, arranges what is asked for, and sets the stage around it.

import type { Brief } from '../brief/brief.js';
import { backdropLayers } from './backdrops.js';
import { chooseSeason, chooseSetting, chooseTime, chooseWeather } from './choose-setting.js';
import { clashes } from './clashes.js';
import { colourOf } from './colour-names.js';
import type { Compose, SettingBuilder } from './compose.js';
import { effectsFor } from './effects.js';
import { listInstances } from './instances.js';
import type { MeasuredBrief } from './measured-brief.js';
import { flatView, nearView } from './near-views.js';
import { nightLights } from './night-lights.js';
import { airlessSky, dustySky, isMars } from './other-skies.js';
import { placeSubjects } from './place-subjects.js';
import { planSky } from './plan-sky.js';
import { railLayers } from './rails.js';
import { createRandom } from './random.js';
import { roomLight } from './room-light.js';
import type { Scene, SubjectPicture } from './scene.js';
import { setPieces } from './set-pieces.js';
import { builtSettings } from './settings-built.js';
import { insideSettings } from './settings-inside.js';
import { landSettings } from './settings-land.js';
import { waterSettings } from './settings-water.js';
import { woodSettings } from './settings-woods.js';
import { chooseView, factsOf, sceneryOf } from './view.js';

/** What a plan depends on besides the brief. */
export interface PlanOptions {
  /** Pixels. */
  width: number;
  height: number;
  /** [0, 2^32). */
  seed: number;
  /** Which picture of the task, from 0. */
  index: number;
  /** Pictures that stand in for artwork, by index in `brief.subjects`: the cut-out subject of a reference. */
  pictures?: ReadonlyMap<number, SubjectPicture>;
  /** From `measureBrief`; without it boxes follow the catalogue's resting poses. */
  measured?: MeasuredBrief;
}

const builders: Record<Scene['setting'], SettingBuilder> = {
  ...landSettings,
  ...woodSettings,
  ...waterSettings,
  ...builtSettings,
  ...insideSettings,
};

/** Plans one picture. The same brief and options give the same scene. */
export function planScene(brief: Brief, options: PlanOptions): Scene {
  const { width, height } = options;
  const aspect = width / height;
  const random = createRandom(options.seed, options.index, 0x5ce7e);
  const { instances, missing } = listInstances(
    brief,
    options.pictures ?? new Map(),
    options.measured?.subjects ?? new Map(),
  );
  const setting = chooseSetting(brief, instances, random.fork('setting'));
  const view = chooseView(brief, setting, instances);
  const facts = factsOf(setting, view);
  const time = chooseTime(brief, setting, random.fork('time'));
  const weather = chooseWeather(brief, random.fork('weather'));
  const season = chooseSeason(brief, setting, weather, random.fork('season'));
  const framing = random.fork('framing');
  const horizon = horizonFor(brief, facts.horizon, aspect, framing.between(0, 1));
  const placed = placeSubjects({
    brief,
    instances,
    facts,
    horizon,
    aspect,
    random: random.fork('layout'),
    boards: options.measured?.boards ?? new Map(),
    scenery: sceneryOf(view, instances, { brief, setting }),
  });
  const { clear } = placed;
  const focusX = (clear[0] + clear[2]) / 2;
  const skyRandom = random.fork('sky');
  const sky =
    setting === 'moon-surface' && isMars(brief.settingNoun)
      ? dustySky(skyRandom, focusX)
      : setting === 'moon-surface' || setting === 'space'
        ? airlessSky(skyRandom, focusX)
        : planSky({ brief, time, weather, horizon, aspect, random: skyRandom, focusX });
  const light = facts.indoor || setting === 'cave' ? roomLight(sky.light, time, setting, clear) : sky.light;
  const concepts = new Set(instances.map((instance) => instance.concept));
  const build = view === 'near' ? nearView : view === 'flat' ? flatView : builders[setting];
  const guests = brief.sky;
  const compose: Compose = {
    setting,
    brief,
    random: random.fork('scenery'),
    light,
    time,
    season,
    weather,
    aspect,
    horizon,
    clear,
    shore: placed.shore,
    feet: placed.feet,
    concepts,
    colours: instances.flatMap(({ source, fact }) => brief.subjects[source]?.colour ?? fact.defaultColour ?? []),
    openSky:
      guests.rainbow ||
      guests.aurora ||
      guests.fireworks ||
      guests.moon !== null ||
      weather === 'rainbow' ||
      weather === 'aurora',
    drives: instances.some(
      ({ fact }) => fact.kind === 'vehicle' && fact.stance === 'stands' && fact.facing !== 'front',
    ),
    tint: brief.settingColour ? colourOf(brief.settingColour) : null,
  };
  const scenery = build(compose);
  return {
    width,
    height,
    seed: options.seed,
    index: options.index,
    setting,
    time,
    weather,
    season,
    style: brief.style,
    indoor: facts.indoor,
    horizon,
    light,
    sky: sky.sky,
    layers: [...(facts.indoor ? [] : backdropLayers(compose)), ...scenery, ...railLayers(compose, scenery)].filter(
      (layer) => !clashes(layer, concepts),
    ),
    subjects: [
      ...placed.subjects,
      ...setPieces(view, instances, compose, scenery),
      ...nightLights(placed.subjects, sky.light),
    ],
    lettering: placed.lettering,
    effects: facts.indoor
      ? []
      : effectsFor({ weather, season, setting, time, mood: brief.mood, random: random.fork('effects') }),
    grade: {
      palettes: brief.palette,
      mood: brief.mood,
      tint: brief.tint,
      without: brief.excluded.colours,
      vignette: 0.06,
      bloom: time === 'night' || time === 'sunset' || time === 'dusk' ? 0.2 : 0.1,
    },
    unplaced: [...brief.unplaced, ...missing],
  };
}

/** Where the horizon lies: lower in tall pictures (more ground before it), moved by the wished view. */
function horizonFor(brief: Brief, [low, high]: readonly [number, number], aspect: number, chance: number): number {
  let horizon = low + (high - low) * chance;
  if (high - low < 0.005) return horizon;
  if (aspect < 0.8) horizon += 0.02;
  if (brief.composition.includes('birds-eye')) horizon -= 0.16;
  if (brief.composition.includes('low-angle')) horizon += 0.12;
  return Math.min(0.97, Math.max(0.1, horizon));
}
