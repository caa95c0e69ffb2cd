// What falls, drifts or glows in front of a scene, from weather, season, place and mood.
import type { MoodName, SeasonName, SettingName, TimeName, WeatherName } from '../brief/vocabulary.js';
import type { Random } from './random.js';
import type { Effect } from './scene.js';

/** What the effects follow from. */
export interface EffectRequest {
  weather: WeatherName;
  season: SeasonName;
  setting: SettingName;
  time: TimeName;
  mood: MoodName | null;
  random: Random;
}

/** Lists the effects, strongest first; none inside rooms. */
export function effectsFor({ weather, season, setting, time, mood, random }: EffectRequest): Effect[] {
  const effects: Effect[] = [];
  const add = (kind: Effect['kind'], amount: number): void => {
    effects.push({ kind, amount, seed: random.whole(0, 0x7fffffff) });
  };
  if (setting === 'space' || setting === 'moon-surface') return effects;
  if (setting === 'underwater') {
    add('bubbles', 0.5);
    return effects;
  }
  if (weather === 'rain') add('rain', 0.7);
  if (weather === 'storm') add('rain', 1);
  if (weather === 'snow') add('snow', 0.8);
  if (weather === 'fog') add('fog', 0.85);
  if (setting === 'snowfield' && weather !== 'snow' && random.chance(0.4)) add('snow', 0.22);
  const dry = weather !== 'rain' && weather !== 'storm' && weather !== 'snow';
  if (dry && (setting === 'autumn-forest' || (season === 'autumn' && weather === 'wind'))) add('leaves', 0.5);
  if (dry && season === 'spring' && (setting === 'garden' || setting === 'park' || setting === 'ancient-town'))
    add('petals', 0.4);
  const woods =
    setting === 'forest' ||
    setting === 'meadow' ||
    setting === 'swamp' ||
    setting === 'bamboo-forest' ||
    setting === 'jungle';
  if (dry && woods && season !== 'winter' && (time === 'night' || time === 'dusk'))
    add('fireflies', mood === 'dreamy' || mood === 'mysterious' ? 0.8 : 0.45);
  return effects;
}
