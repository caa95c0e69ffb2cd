// What lies in deploy/ fits the code: paths exist, variables are settings, the compose file's environment is one that the
// service accepts. No container engine, systemd or nginx runs here: this is what can be held without them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readConfiguration } from '../../src/config/configuration.js';
import { settingsTable } from '../../src/config/settings.js';
import { maxSubmitBytes } from '../../src/http/body/read-body.js';

/** The repository, seen from dist/test/deploy/. */
const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const settingNames = new Set<string>(Object.values(settingsTable).map((setting) => setting.name));
/** Variables that are not ours to know. */
const foreignNames = new Set(['NODE_ENV', 'MINIO_USER', 'MINIO_PASSWORD']);

/** Fails for a variable that nothing reads: a typing mistake would go unnoticed. */
function checkVariable(name: string): void {
  assert.ok(settingNames.has(name) || foreignNames.has(name), `there is no setting ${name}`);
}

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  depends_on?: string[] | Record<string, unknown>;
  deploy?: { replicas: number };
}

describe('deploy/compose.yaml', () => {
  const text = read('deploy/compose.yaml');
  const compose = parse(text, { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
    networks: { default: { ipam: { config: { subnet: string }[] } } };
  };
  const { services } = compose;

  it('is two API nodes and two workers on PostgreSQL, a bucket and a balancer', () => {
    assert.deepEqual(Object.keys(services).sort(), ['api', 'bucket', 'minio', 'nginx', 'postgres', 'worker']);
    assert.equal(services.api?.deploy?.replicas, 2);
    assert.equal(services.worker?.deploy?.replicas, 2);
    assert.equal(services.api?.environment?.INKLING_ROLE, 'api');
    assert.equal(services.worker?.environment?.INKLING_ROLE, 'worker');
  });

  it('names only services, volumes and files that exist', () => {
    for (const [name, service] of Object.entries(services)) {
      const needed = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {});
      for (const other of needed) assert.ok(other in services, `${name} depends on ${other}`);
      for (const volume of service.volumes ?? []) {
        const source = volume.split(':')[0] ?? '';
        if (source.startsWith('.')) assert.ok(existsSync(join(root, 'deploy', source)), source);
        else assert.ok(source in compose.volumes, source);
      }
      assert.ok(service.image?.includes('inkling') || /:[\w.-]+$/.test(service.image ?? ''), `${name} pins its image`);
    }
    const { context = '', dockerfile = '' } = services.api?.build ?? {};
    assert.ok(existsSync(join(root, 'deploy', context, dockerfile)));
  });

  it('opens one port, to this machine alone', () => {
    const ports = Object.entries(services).flatMap(([name, service]) =>
      (service.ports ?? []).map((port) => [name, port]),
    );
    assert.deepEqual(ports, [['nginx', '127.0.0.1:8080:8080']]);
  });

  it('has every secret from the environment, and an example that names them all', () => {
    const example = read('deploy/compose.env.example');
    const used = new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    for (const name of used) assert.match(example, new RegExp(`^${name}=`, 'm'));
    for (const [, name = ''] of example.matchAll(/^(\w+)=/gm)) assert.ok(used.has(name), `${name} is used nowhere`);
    // Empty secrets stop compose, they are not taken.
    for (const name of used) if (name !== 'INKLING_PUBLIC_URL') assert.ok(text.includes(`\${${name}:?}`), name);
  });

  for (const role of ['api', 'worker']) {
    it(`gives the ${role} an environment that the service accepts`, () => {
      const environment = Object.fromEntries(
        Object.entries(services[role]?.environment ?? {}).map(([name, value]) => {
          checkVariable(name);
          return [
            name,
            value.replace(
              /\$\{(\w+)(?::\?|:-([^}]*))?\}/g,
              (_, _name, fallback) => fallback ?? 'a-secret-of-enough-letters',
            ),
          ];
        }),
      );
      const { settings, bucket } = readConfiguration(environment);
      assert.equal(settings.role, role);
      assert.equal(bucket?.endpoint, 'http://minio:9000');
      assert.deepEqual(bucket?.credentials, { accessKeyId: 'inkling', secretAccessKey: 'a-secret-of-enough-letters' });
      assert.deepEqual(settings.trustedProxies, [compose.networks.default.ipam.config[0]?.subnet]);
    });
  }
});

describe('deploy/Dockerfile', () => {
  const lines = read('deploy/Dockerfile')
    .replace(/\\\n\s*/g, ' ')
    .split('\n');
  const ignored = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

  it('copies only what is in the repository and not ignored', () => {
    for (const line of lines.filter((entry) => entry.startsWith('COPY ') && !entry.includes('--from'))) {
      for (const source of line.split(/\s+/).slice(1, -1)) {
        assert.ok(existsSync(join(root, source)), source);
        assert.ok(!ignored.includes(source.split('/')[0] ?? ''), `${source} is ignored`);
      }
    }
  });

  it('carries from the first stage what the program looks for', () => {
    const carried = lines
      .filter((line) => line.startsWith('COPY --from=build'))
      .map((line) => line.split(/\s+/)[2] ?? '');
    for (const name of ['client', 'illustrator', 'server']) {
      assert.ok(carried.includes(`/app/packages/${name}/dist`), name);
      assert.ok(carried.includes(`/app/packages/${name}/package.json`), name);
    }
    assert.ok(carried.includes('/app/packages/studio/dist'), 'the page that people open');
    for (const path of carried) {
      const inRepository = path.replace('/app/', '');
      const isMade = /(?:^|\/)(?:dist|node_modules)$/.test(inRepository);
      assert.ok(isMade || existsSync(join(root, inRepository)), path);
    }
  });

  it('sets only settings, does not run as root, and asks whether it is ready', () => {
    const environment = lines.find((line) => line.startsWith('ENV ')) ?? '';
    for (const [, name = ''] of environment.matchAll(/(\w+)=/g)) checkVariable(name);
    assert.ok(lines.includes('USER node'));
    assert.ok(lines.some((line) => line.startsWith('HEALTHCHECK') && line.includes('/readyz')));
  });
});

describe('deploy/inkling.service', () => {
  const unit = read('deploy/inkling.service');

  it('starts the program with settings that exist', () => {
    assert.match(unit, /^ExecStart=\/usr\/bin\/node \/opt\/inkling\/bin\/inkling\.mjs serve$/m);
    assert.ok(existsSync(join(root, 'bin/inkling.mjs')));
    const environment = /^Environment=(.*)$/m.exec(unit)?.[1] ?? assert.fail();
    for (const [, name = ''] of environment.matchAll(/(\w+)=/g)) checkVariable(name);
    const document = /file:\/\/\/opt\/inkling\/(\S+)/.exec(unit)?.[1] ?? assert.fail();
    assert.ok(existsSync(join(root, document)), document);
  });

  it('gives a stop more time than it takes', () => {
    assert.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]) > 10);
  });
});

describe('deploy/nginx.conf', () => {
  const text = read('deploy/nginx.conf');

  it('lets the largest submit through, and events as they happen', () => {
    const mebibytes = Number(/client_max_body_size (\d+)m;/.exec(text)?.[1]);
    assert.ok(mebibytes * 1024 * 1024 >= maxSubmitBytes);
    assert.match(text, /location ~ \/events\$ \{[^}]*proxy_buffering off;/);
    assert.ok(Number(/proxy_read_timeout (\d+)s;/.exec(text)?.[1]) > 60);
  });

  it('keeps numbers and administration inside', () => {
    assert.match(text, /location = \/metrics \{ return 404; \}/);
    assert.match(text, /location \/admin\/ \{ return 404; \}/);
  });
});

describe('docs/operations.md', () => {
  const text = read('docs/operations.md');

  it('links to what exists, and names settings that exist', () => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/g))
      assert.ok(existsSync(join(root, 'docs', target)), target);
    for (const [name] of text.matchAll(/\bINKLING_[A-Z_]+\b/g)) checkVariable(name);
  });
});
