import type { SeenSpan } from './contracts.js';

/** By the semantic conventions, what tells one span from others of its name. */
const KEYS = [
  'http.response.status_code',
  'http.status_code',
  'url.path',
  'http.target',
  'db.system.name',
  'db.system',
  'db.operation.name',
  'messaging.destination.name',
  'rpc.method',
  'exception.type',
  'error.type',
];
/** What says how a span was made, and not what it is about. */
const TECHNICAL = /^(thread|code|network|server|client|url|user_agent|http|net|process|traced_pool|otel)\./;
const MOST = 2;
const ERROR = 2;

const format = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The few attributes that are worth a place beside a span's name: `http.response.status_code=200`. */
export function listKeyAttributes({ attributes, status }: Pick<SeenSpan, 'attributes' | 'status'>): string[] {
  const known = KEYS.filter((key) => attributes[key] !== undefined);
  const own = Object.keys(attributes).filter((key) => !TECHNICAL.test(key) && !KEYS.includes(key));
  const shown = [...known, ...own].slice(0, MOST).map((key) => `${key}=${format(attributes[key])}`);
  return status.code === ERROR ? [`error: ${status.message ?? 'unset'}`, ...shown] : shown;
}
