// What this room may see of engines: it never touches one.

/** How each engine is, and what its servers tell us. */
export interface EngineWindow {
  health(): {
    key: string;
    state: 'unused' | 'ok' | 'degraded' | 'down';
    lastError: string | null;
    lastErrorAtMs: number | null;
    inFlight: number;
    watched: number;
    ended: { done: number; refused: number; faulty: number };
  }[];
  acceptCallback(token: string): boolean;
}
