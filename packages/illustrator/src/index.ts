// The illustrator's front door.
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
