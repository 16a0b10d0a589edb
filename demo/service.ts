import type { Observation } from 'traced-pool-codemod/dist/verify/contracts.js';
import { ObservedRun } from 'traced-pool-codemod/dist/verify/observed-run.js';

const START_TIMEOUT_MILLIS = 15_000;
const STOP_TIMEOUT_MILLIS = 10_000;
const READY = /listens on (http:\/\/\S+)/;

/** Ours, without what would send the spans elsewhere or leave some out. */
function toEnvironment(collectorEndpoint: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('OTEL_'));
  return {
    ...Object.fromEntries(inherited),
    OTEL_EXPORTER_OTLP_ENDPOINT: collectorEndpoint,
    HOST: '127.0.0.1',
    PORT: '0',
  };
}

/** The bundled service, as a child process on a free port, with its spans listened to; it does not outlive this process. */
export class Service {
  readonly #run: ObservedRun;
  readonly #kill = (): void => void this.#run.command.child.kill('SIGKILL');
  #stdout = '';
  #stderr = '';

  private constructor(folder: string, collectorEndpoint: string) {
    this.#run = new ObservedRun({
      command: [process.execPath, '--import', 'tsx', 'src/server.ts'],
      cwd: folder,
      env: toEnvironment(collectorEndpoint),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { stdout, stderr } = this.#run.command.child;
    stdout?.setEncoding('utf8').on('data', (chunk: string) => (this.#stdout += chunk));
    stderr?.setEncoding('utf8').on('data', (chunk: string) => (this.#stderr += chunk));
    process.on('exit', this.#kill);
    void this.#run.ended.then(() => process.off('exit', this.#kill));
  }

  /** @throws where the service does not listen in time, with what it wrote to its standard error. */
  static async start(folder: string, collectorEndpoint: string): Promise<Service> {
    const service = new Service(folder, collectorEndpoint);
    const isReady = await service.#waitUntilReady();
    if (isReady) return service;
    await service.kill();
    throw new Error(`The service did not start.\n${service.#stderr}`);
  }

  /** @throws while the service does not listen. */
  get origin(): string {
    const origin = READY.exec(this.#stdout)?.[1];
    if (origin === undefined) throw new Error('The service does not listen.');
    return origin;
  }

  /** All it wrote to its standard error so far. */
  get stderr(): string {
    return this.#stderr;
  }

  /**
   * Lets it finish, export its last spans and exit; gives all that was seen of it.
   *
   * @throws where it does not exit in time, or not with 0.
   */
  async stop(): Promise<Observation> {
    const timer = setTimeout(this.#kill, STOP_TIMEOUT_MILLIS);
    this.#run.command.child.kill('SIGTERM');
    const { end, observation } = await this.#run.ended;
    clearTimeout(timer);
    if (end.exitCode === 0) return observation;
    throw new Error(`The service did not stop as asked (${end.signal ?? end.exitCode}).\n${this.#stderr}`);
  }

  /** Ends it at once, if it still runs. */
  async kill(): Promise<void> {
    this.#kill();
    await this.#run.ended;
  }

  #waitUntilReady(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), START_TIMEOUT_MILLIS);
      const settle = (isReady: boolean): void => {
        clearTimeout(timer);
        resolve(isReady);
      };
      this.#run.command.child.stdout?.on('data', () => {
        if (READY.test(this.#stdout)) settle(true);
      });
      this.#run.ended.then(
        () => settle(false),
        () => settle(false),
      );
    });
  }
}
