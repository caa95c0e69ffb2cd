// The task store of this page's connection, for React, and the submit that feeds it.
import type { ModelInfo } from '@inkling/client';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { apiPath, type Connection } from '../connection/use-connection.js';
import { type Draft, toParams } from '../draft/draft.js';
import { type Reference, readBase64 } from '../draft/reference.js';
import type { GalleryTask } from './gallery-task.js';
import { createTaskSource } from './task-source.js';
import { createTaskStore, type TaskStore } from './task-store.js';

/** 128 random bits in hexadecimal; `crypto.randomUUID` is missing on pages without TLS. */
function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The store, its state, and `submit`, which rejects when the server refuses. */
export function useTasks({ images, call }: Connection, onEnd: (task: GalleryTask) => void) {
  const source = useMemo(() => createTaskSource(images, call, apiPath), [images, call]);
  const [store, setStore] = useState<TaskStore>();
  useEffect(() => {
    const opened = createTaskStore(source, onEnd);
    setStore(opened);
    void opened.loadMore();
    // Another client may have made pictures meanwhile.
    const refresh = () => void opened.refresh();
    window.addEventListener('focus', refresh);
    return () => {
      window.removeEventListener('focus', refresh);
      opened.close();
    };
  }, [source, onEnd]);
  const subscribe = useCallback((listener: () => void) => store?.subscribe(listener) ?? (() => undefined), [store]);
  const state = useSyncExternalStore(subscribe, () => store?.getState());
  const submit = useCallback(
    async (draft: Draft, model: ModelInfo, reference: Reference | undefined) => {
      const params = toParams(draft, model, reference && (await readBase64(reference.file)));
      const task = await images.create(params, { idempotencyKey: newIdempotencyKey() });
      await store?.add(task.task_id);
    },
    [images, store],
  );
  return { store, state, submit };
}
