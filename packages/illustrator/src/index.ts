// The illustrator's front door.

export type { CutOut, CutOutOptions } from './cutout/cut-out-subject.js';
export { cutOutSubject } from './cutout/cut-out-subject.js';
export { liftSubject } from './cutout/lift-subject.js';
export type { Face, FaceLandmarks, FacePoint } from './faces/find-faces.js';
export { findFaces } from './faces/find-faces.js';
export type { DecodedPicture } from './faces/picture-pyramid.js';
export { illustrate, type PlanPromptOptions, planPrompt } from './illustrate.js';
export { createPainters, type Painters, type PaintersOptions } from './pool/create-painters.js';
export type {
  IllustrateOptions,
  IllustrateRequest,
  Illustration,
  Plan,
  PlannedSubject,
  Reference,
  ReferenceKind,
} from './request.js';
export { IllustratorError } from './request.js';
export { illustratorVersion } from './version.js';
