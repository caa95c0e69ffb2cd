// The law of layers (ARCHITECTURE.md). A room may import only the rooms below it; nothing may go round in circles.
const rooms = 'packages/server/src/';
/** A rule: `room` may import, of the server's own rooms, only itself and `allowed`. */
const only = (room, allowed, comment) => ({
  name: `layer-${room}`,
  severity: 'error',
  comment,
  from: { path: `^${rooms}${room}/` },
  to: { path: `^${rooms}`, pathNot: [room, ...allowed].map((name) => `^${rooms}${name}/`) },
});
const ground = ['config', 'core'];
const data = ['store', 'outbound', ...ground];
const domain = ['tasks', 'accounts', 'images', 'storage', ...data];

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true },
    },
    only('core', [], 'core imports nothing of ours'),
    only('config', ['core'], 'config stands on core alone'),
    only('outbound', ground, 'outbound knows addresses and bytes, not tasks'),
    only('store', ['outbound', ...ground], 'the store keeps rows; rules about them live in tasks and accounts'),
    only('storage', data, 'storage keeps bytes'),
    only('images', data, 'images turns untrusted bytes into a checked picture'),
    only('accounts', data, 'accounts knows keys and money, not tasks'),
    only('tasks', domain, 'tasks never reach up to http, worker or engines'),
    only('engines', domain, 'an engine never sees http or the worker'),
    only('worker', ['engines', ...domain], 'the worker drives engines over tasks'),
    only('telemetry', ['engines', ...domain], 'telemetry wraps parts that others made; nobody but main knows it'),
    only('callbacks', domain, 'callbacks read the outbox and go out'),
    only('http', domain, 'http writes rows and reads rows; it never touches an engine or the worker'),
    {
      name: 'packages-are-islands',
      severity: 'error',
      comment: 'client and illustrator know nothing of the server',
      from: { path: '^packages/(client|illustrator)/' },
      to: { path: '^packages/(server|studio)/' },
    },
    {
      name: 'tests-stay-out',
      severity: 'error',
      comment: 'source never imports a test',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^packages/[^/]+/test/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'the import leads nowhere',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['inkling-source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
