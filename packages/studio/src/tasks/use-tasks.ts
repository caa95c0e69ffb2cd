// The task store of this page's connection, for React, and the submit that feeds it.
import type { Images, ModelInfo } from '@inkling/client';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type Draft, toParams } from '../draft/draft.js';
import { type Reference, readBase64 } from '../draft/reference.js';
import type { GalleryTask } from './gallery-task.js';
import { openTaskMemory } from './task-memory.js';
import { createTaskStore, type TaskStore } from './task-store.js';

/** 128 random bits in hexadecimal; `crypto.randomUUID` is missing on pages without TLS. */
function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The store, its state, and `submit`, which rejects when the server refuses. */
export function useTasks(images: Images, onEnd: (task: GalleryTask) => void) {
  const memory = useMemo(openTaskMemory, []);
  const [store, setStore] = useState<TaskStore>();
  useEffect(() => {
    const opened = createTaskStore(images, memory, onEnd);
    setStore(opened);
    void opened.loadMore();
    // Another client may have made pictures meanwhile.
    const refresh = () => void opened.refresh();
    window.addEventListener('focus', refresh);
    return () => {
      window.removeEventListener('focus', refresh);
      opened.close();
    };
  }, [images, memory, onEnd]);
  const subscribe = useCallback((listener: () => void) => store?.subscribe(listener) ?? (() => undefined), [store]);
  const state = useSyncExternalStore(subscribe, () => store?.getState());
  const submit = useCallback(
    async (draft: Draft, model: ModelInfo, reference: Reference | undefined) => {
      const params = toParams(draft, model, reference && (await readBase64(reference.file)));
      const task = await images.create(params, { idempotencyKey: newIdempotencyKey() });
      memory.keep(task.task_id, draft, params);
      store?.add(task);
    },
    [images, memory, store],
  );
  return { store, state, submit };
}
