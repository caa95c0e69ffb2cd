// Tasks and models as callers see them (contract §3). The order of keys is the contract's.
// Nothing here depends on the dialect: both show a task alike.
import { type Model, pixelSize } from '../../core/model.js';
import type { Picture, Task } from '../../core/task.js';
import type { ModelAnswer, SubmittedTask, TaskAnswer } from './answers.js';

/** The answer to a submit, the same at every replay of it. */
export function renderSubmitted(task: Task): SubmittedTask {
  return {
    task_id: task.id,
    task_status: 'submitted',
    ...taskInfo(task),
    created_at: task.createdAtMs,
    updated_at: task.createdAtMs,
  };
}

/** The task as a query, a list, an event and a callback show it. `origin` has no slash at its end. */
export function renderTask(task: Task, origin: string): TaskAnswer {
  return {
    task_id: task.id,
    task_status: task.status,
    task_status_msg: task.statusMessage,
    ...taskInfo(task),
    created_at: task.createdAtMs,
    updated_at: task.updatedAtMs,
    ...(task.status === 'succeed'
      ? { task_result: { images: renderImages(task.pictures, origin) }, final_unit_deduction: String(task.units) }
      : {}),
  };
}

/** Only there where the caller gave an external id. */
function taskInfo(task: Task): { task_info?: { external_task_id: string } } {
  return task.externalTaskId === null ? {} : { task_info: { external_task_id: task.externalTaskId } };
}

/** Name of a picture in its URL: `<token>.png`. */
export function pictureFileName(picture: Pick<Picture, 'token' | 'contentType'>): string {
  return `${picture.token}.${picture.contentType === 'image/png' ? 'png' : 'jpg'}`;
}

/** Plain pictures in order, each with its marked twin. */
function renderImages(pictures: readonly Picture[], origin: string) {
  const url = (picture: Picture) => `${origin}/files/${pictureFileName(picture)}`;
  return pictures
    .filter((picture) => picture.variant === 'plain')
    .sort((one, other) => one.index - other.index)
    .map((picture) => {
      const marked = pictures.find((twin) => twin.variant === 'watermarked' && twin.index === picture.index);
      return { index: picture.index, url: url(picture), ...(marked ? { watermark_url: url(marked) } : {}) };
    });
}

/** One entry of the list of models. `available`: its engine is not down. */
export function renderModel(model: Model, available: boolean): ModelAnswer {
  return {
    model_name: model.name,
    engine: model.engine,
    text_to_image: model.textToImage,
    image_to_image: [...model.referenceUses],
    image_reference_required: model.needsImageReference,
    aspect_ratios: [...model.aspectRatios],
    resolutions: [...model.resolutions],
    sizes: model.aspectRatios.flatMap((aspectRatio) =>
      model.resolutions.flatMap((resolution) => {
        const size = pixelSize(aspectRatio, resolution);
        return size ? [{ aspect_ratio: aspectRatio, resolution, ...size }] : [];
      }),
    ),
    max_n: model.maxN,
    max_prompt_length: 2500,
    units_per_image: model.unitsPerImage,
    available,
  };
}
