// Which paths exist and with which methods: a wrong method on a known path is 1202, an unknown path 1203.
import type { FastifyInstance } from 'fastify';

/** Answers about paths; routes added later are known too. */
export interface KnownRoutes {
  /** Methods of the route that `path` (plain, without a query) belongs to; undefined: no such route. */
  methodsOf(path: string): readonly string[] | undefined;
  /** May pages of other origins call the route? */
  isCrossOrigin(path: string): boolean;
}

interface KnownRoute {
  pattern: RegExp;
  methods: Set<string>;
  crossOrigin: boolean;
}

/** Watches routes being added to `app`; call it before the first one. */
export function watchRoutes(app: FastifyInstance): KnownRoutes {
  const routes = new Map<string, KnownRoute>();
  app.addHook('onRoute', ({ url, method, config }) => {
    const route = routes.get(url) ?? {
      pattern: new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`),
      methods: new Set<string>(),
      crossOrigin: config?.crossOrigin === true,
    };
    for (const name of [method].flat()) route.methods.add(name.toUpperCase());
    routes.set(url, route);
  });
  // Two dozen patterns, looked at only where a request has failed already: no index is worth its while.
  const find = (path: string) => [...routes.values()].find((route) => route.pattern.test(path));
  return {
    methodsOf: (path) => {
      const route = find(path);
      return route && [...route.methods].sort();
    },
    isCrossOrigin: (path) => find(path)?.crossOrigin === true,
  };
}
