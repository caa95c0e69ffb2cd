// Skies and their light, by time of day: several colourings of each, so that nine pictures of one task differ.
import type { TimeName } from '../brief/vocabulary.js';
import { hex, type Rgb } from './colour.js';

/** One colouring of the hour: sky from zenith to horizon, clouds, haze (sRGB), key and ambient light (linear). */
export interface Hour {
  stops: readonly (readonly [number, string])[];
  cloudLit: string;
  cloudShade: string;
  haze: string;
  glow: string;
  key: Rgb;
  ambient: Rgb;
  /** Shadow colour, its opacity and its length in heights of the thing. */
  shadow: readonly [string, number, number];
}

const hours: Record<TimeName, readonly Hour[]> = {
  dawn: [
    {
      stops: [
        [0, '#6f86bd'],
        [0.35, '#a9a6d2'],
        [0.65, '#e9b7bd'],
        [0.86, '#fbd0a9'],
        [1, '#ffe7c2'],
      ],
      cloudLit: '#ffd9c2',
      cloudShade: '#a690b8',
      haze: '#f3c9b8',
      glow: '#ffe0a8',
      key: [0.95, 0.66, 0.46],
      ambient: [0.36, 0.34, 0.46],
      shadow: ['#4b4a7c', 0.34, 1.7],
    },
    {
      stops: [
        [0, '#4d7fae'],
        [0.35, '#86acc9'],
        [0.62, '#c9cfd2'],
        [0.85, '#f6d9b0'],
        [1, '#ffe3a6'],
      ],
      cloudLit: '#ffe6c4',
      cloudShade: '#93a0b8',
      haze: '#e6d9c0',
      glow: '#ffe6a0',
      key: [0.95, 0.74, 0.5],
      ambient: [0.34, 0.38, 0.44],
      shadow: ['#3f5573', 0.34, 1.6],
    },
    {
      stops: [
        [0, '#5c6fa8'],
        [0.35, '#9a92c4'],
        [0.6, '#e3a4b8'],
        [0.82, '#fab89e'],
        [1, '#ffd9a0'],
      ],
      cloudLit: '#ffc9b8',
      cloudShade: '#8a7bb0',
      haze: '#eeb8ad',
      glow: '#ffd494',
      key: [0.98, 0.62, 0.42],
      ambient: [0.36, 0.31, 0.45],
      shadow: ['#4f4780', 0.36, 1.7],
    },
  ],
  morning: [
    {
      stops: [
        [0, '#4a8fd6'],
        [0.4, '#80b9ea'],
        [0.75, '#bfdff3'],
        [1, '#f4f3e2'],
      ],
      cloudLit: '#ffffff',
      cloudShade: '#a9bdd6',
      haze: '#d3e5ee',
      glow: '#fff6d6',
      key: [0.92, 0.84, 0.68],
      ambient: [0.38, 0.43, 0.5],
      shadow: ['#33507c', 0.34, 0.95],
    },
    {
      stops: [
        [0, '#5c9fd0'],
        [0.4, '#92c4de'],
        [0.75, '#cde6e6'],
        [1, '#fdf1d2'],
      ],
      cloudLit: '#fffdf4',
      cloudShade: '#b4c2cc',
      haze: '#dbe7df',
      glow: '#fff2c4',
      key: [0.95, 0.84, 0.62],
      ambient: [0.38, 0.42, 0.46],
      shadow: ['#3b5870', 0.34, 1],
    },
    {
      stops: [
        [0, '#3f83c4'],
        [0.45, '#79b0dd'],
        [0.8, '#c4dbe8'],
        [1, '#f7e6d6'],
      ],
      cloudLit: '#fff7ee',
      cloudShade: '#a6b3cf',
      haze: '#d8dfe6',
      glow: '#fff0cf',
      key: [0.94, 0.82, 0.66],
      ambient: [0.37, 0.41, 0.5],
      shadow: ['#384d7c', 0.34, 1],
    },
  ],
  noon: [
    {
      stops: [
        [0, '#2b79cf'],
        [0.45, '#62a9e8'],
        [0.8, '#a9d4f3'],
        [1, '#dcf0f8'],
      ],
      cloudLit: '#ffffff',
      cloudShade: '#a3bbd8',
      haze: '#c9e0ef',
      glow: '#ffffff',
      key: [0.9, 0.86, 0.78],
      ambient: [0.4, 0.45, 0.53],
      shadow: ['#2a4468', 0.36, 0.4],
    },
    {
      stops: [
        [0, '#2f88c6'],
        [0.45, '#6cb6de'],
        [0.8, '#b5dfec'],
        [1, '#e4f3ee'],
      ],
      cloudLit: '#ffffff',
      cloudShade: '#adc5d2',
      haze: '#cfe6e8',
      glow: '#fffdf0',
      key: [0.91, 0.86, 0.74],
      ambient: [0.4, 0.46, 0.5],
      shadow: ['#2b4c62', 0.36, 0.42],
    },
  ],
  afternoon: [
    {
      stops: [
        [0, '#3a84cb'],
        [0.42, '#7cb6e3'],
        [0.78, '#c3def0'],
        [1, '#f8ecd0'],
      ],
      cloudLit: '#fff9ec',
      cloudShade: '#a9b8d2',
      haze: '#dce2dd',
      glow: '#ffeec0',
      key: [0.98, 0.83, 0.58],
      ambient: [0.37, 0.4, 0.48],
      shadow: ['#3a4a74', 0.35, 0.9],
    },
    {
      stops: [
        [0, '#4b92c8'],
        [0.42, '#8bbfdc'],
        [0.78, '#d6e4df'],
        [1, '#fde7ba'],
      ],
      cloudLit: '#fff5e0',
      cloudShade: '#b2b8c6',
      haze: '#e5dfcb',
      glow: '#ffe6ac',
      key: [1, 0.82, 0.54],
      ambient: [0.36, 0.39, 0.44],
      shadow: ['#43506c', 0.35, 1.1],
    },
    {
      stops: [
        [0, '#337cc0'],
        [0.42, '#6faadb'],
        [0.8, '#b9d6ea'],
        [1, '#f3e6d4'],
      ],
      cloudLit: '#fffaf2',
      cloudShade: '#9fb1d0',
      haze: '#d2deea',
      glow: '#ffefd0',
      key: [0.96, 0.84, 0.62],
      ambient: [0.38, 0.42, 0.5],
      shadow: ['#36487a', 0.35, 0.85],
    },
  ],
  sunset: [
    {
      stops: [
        [0, '#2f3f7a'],
        [0.28, '#6a5597'],
        [0.52, '#b9628f'],
        [0.72, '#ee8163'],
        [0.88, '#ffb15c'],
        [1, '#ffdb8a'],
      ],
      cloudLit: '#ff9d6c',
      cloudShade: '#6d4a83',
      haze: '#e58d6d',
      glow: '#ffd27a',
      key: [1.05, 0.54, 0.24],
      ambient: [0.36, 0.27, 0.4],
      shadow: ['#3a2d63', 0.42, 1.9],
    },
    {
      stops: [
        [0, '#3d5488'],
        [0.3, '#7f7ba4'],
        [0.55, '#cf8f94'],
        [0.75, '#f5a56b'],
        [0.9, '#ffc667'],
        [1, '#ffe6a2'],
      ],
      cloudLit: '#ffb98a',
      cloudShade: '#80688f',
      haze: '#edab7e',
      glow: '#ffdf90',
      key: [1.05, 0.61, 0.3],
      ambient: [0.36, 0.3, 0.38],
      shadow: ['#40375f', 0.4, 1.8],
    },
    {
      stops: [
        [0, '#28316a'],
        [0.28, '#5a3f83'],
        [0.52, '#a8457d'],
        [0.74, '#e9615a'],
        [0.89, '#ff9850'],
        [1, '#ffc873'],
      ],
      cloudLit: '#ff8069',
      cloudShade: '#563777',
      haze: '#d66d64',
      glow: '#ffbf6e',
      key: [1.05, 0.48, 0.25],
      ambient: [0.35, 0.24, 0.4],
      shadow: ['#33245c', 0.44, 1.9],
    },
    {
      stops: [
        [0, '#497196'],
        [0.32, '#8aa0ae'],
        [0.58, '#d6b79d'],
        [0.78, '#f8b56a'],
        [0.92, '#ffcb60'],
        [1, '#ffe9a8'],
      ],
      cloudLit: '#ffcf94',
      cloudShade: '#8c7f88',
      haze: '#eebf86',
      glow: '#ffe59a',
      key: [1.06, 0.66, 0.32],
      ambient: [0.34, 0.31, 0.35],
      shadow: ['#463c52', 0.4, 1.7],
    },
  ],
  dusk: [
    {
      stops: [
        [0, '#18214f'],
        [0.4, '#3c3f80'],
        [0.7, '#8a5f98'],
        [0.88, '#d68593'],
        [1, '#f2b196'],
      ],
      cloudLit: '#c77d9c',
      cloudShade: '#413f78',
      haze: '#94709c',
      glow: '#f3b193',
      key: [0.5, 0.34, 0.38],
      ambient: [0.25, 0.23, 0.38],
      shadow: ['#1d1a45', 0.38, 1.2],
    },
    {
      stops: [
        [0, '#152849'],
        [0.4, '#325277'],
        [0.7, '#6c85a0'],
        [0.88, '#c39f9b'],
        [1, '#f0c08f'],
      ],
      cloudLit: '#c99d98',
      cloudShade: '#3f587c',
      haze: '#8b8ca0',
      glow: '#f2c08c',
      key: [0.48, 0.38, 0.34],
      ambient: [0.22, 0.26, 0.37],
      shadow: ['#172442', 0.38, 1.2],
    },
  ],
  night: [
    {
      stops: [
        [0, '#060d27'],
        [0.4, '#0e1f49'],
        [0.75, '#1d3a6d'],
        [1, '#3d5f8e'],
      ],
      cloudLit: '#5b75a4',
      cloudShade: '#14234a',
      haze: '#2b4775',
      glow: '#a9c4ee',
      key: [0.26, 0.34, 0.52],
      ambient: [0.105, 0.145, 0.27],
      shadow: ['#040a20', 0.5, 0.9],
    },
    {
      stops: [
        [0, '#0b0a26'],
        [0.4, '#1c1a4a'],
        [0.75, '#36306e'],
        [1, '#5f5590'],
      ],
      cloudLit: '#6f69a6',
      cloudShade: '#1b1a48',
      haze: '#3c3870',
      glow: '#c2bdf0',
      key: [0.29, 0.31, 0.5],
      ambient: [0.125, 0.125, 0.27],
      shadow: ['#080622', 0.5, 0.9],
    },
    {
      stops: [
        [0, '#04151f'],
        [0.4, '#0a2f42'],
        [0.75, '#1a5060'],
        [1, '#41797f'],
      ],
      cloudLit: '#56818e',
      cloudShade: '#0e2c3d',
      haze: '#245462',
      glow: '#b4e0dc',
      key: [0.24, 0.37, 0.46],
      ambient: [0.09, 0.16, 0.24],
      shadow: ['#03111a', 0.5, 0.9],
    },
  ],
};

/** All colourings of an hour. */
export function hoursOf(time: TimeName): readonly Hour[] {
  return hours[time];
}

/** The hour's sky as stops with parsed colours. */
export function stopsOf(hour: Hour): { at: number; colour: Rgb }[] {
  return hour.stops.map(([at, colour]) => ({ at, colour: hex(colour) }));
}
