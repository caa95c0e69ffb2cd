// A subject ready for painting: its lit picture, where it goes, and how it meets the ground.
import type { Canvas } from '@napi-rs/canvas';
import type { RenderedArtwork } from '../artwork/render-artwork.js';
import type { Rgb } from '../scene/colour.js';
import type { PlacedSubject } from '../scene/scene.js';

/** A subject's picture with where it goes, pixels. */
export interface Stamp {
  subject: PlacedSubject;
  canvas: Canvas;
  /** Fingers or paws drawn over what is held. */
  front: Canvas | null;
  x: number;
  y: number;
  w: number;
  h: number;
  /** Where it touches the ground, fractions of its width. */
  feet: readonly { from: number; to: number }[];
  /** Colour of the ground just before its feet, as painted. */
  under: Rgb;
  detail: RenderedArtwork['detail'];
}
