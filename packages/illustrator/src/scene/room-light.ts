// Light under a roof: the window's by day, warm lamps after dark, spots on a stage, a glow in a cave.
import type { SettingName, TimeName } from '../brief/vocabulary.js';
import type { Rgb } from './colour.js';
import type { Box, Light } from './scene.js';

/** The light of a room, from the light outside, the hour and what room it is. `clear` is where the subjects stand. */
export function roomLight(outside: Light, time: TimeName, setting: SettingName, clear: Box): Light {
  const left = (clear[0] + clear[2]) / 2 > 0.5;
  const from = { x: left ? 0.1 : 0.9, y: 0.12 };
  const soft = { colour: [52, 40, 48] as Rgb, opacity: 0.36, length: 0.5, lean: left ? 1 : -1 };
  if (setting === 'stage') {
    return {
      from: { x: 0.5, y: -0.1 },
      key: [0.86, 0.76, 0.6],
      ambient: [0.26, 0.22, 0.32],
      haze: [60, 40, 70],
      hazeStrength: 0.2,
      shadow: { ...soft, opacity: 0.5, length: 0.3 },
      dark: true,
    };
  }
  if (setting === 'cave') {
    return {
      from: { x: 1 - from.x, y: 0.2 },
      key: [0.6, 0.62, 0.62],
      ambient: [0.24, 0.24, 0.3],
      haze: [150, 170, 180],
      hazeStrength: 0.35,
      shadow: { ...soft, opacity: 0.5, length: 0.7 },
      dark: false,
    };
  }
  if (outside.dark) {
    return {
      from: { x: left ? 0.2 : 0.8, y: 0.1 },
      key: [0.82, 0.6, 0.36],
      ambient: [0.3, 0.24, 0.22],
      haze: [120, 86, 64],
      hazeStrength: 0.15,
      shadow: { ...soft, opacity: 0.42 },
      dark: true,
    };
  }
  const low = time === 'sunset' || time === 'dawn';
  const mean = (outside.key[0] + outside.key[1] + outside.key[2]) / 3;
  const key: Rgb = [
    outside.key[0] * 0.5 + mean * 0.36,
    outside.key[1] * 0.5 + mean * 0.34,
    outside.key[2] * 0.5 + mean * 0.3,
  ];
  const ambient: Rgb = low ? [0.46, 0.4, 0.38] : [0.5, 0.48, 0.46];
  return { from, key, ambient, haze: outside.haze, hazeStrength: 0.16, shadow: soft, dark: false };
}
