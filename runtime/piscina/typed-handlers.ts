import type { MapIterableOptions, MapOptions, SubmitOptions } from './options.js';

type AnyHandler = (...args: never[]) => unknown;

/** A module's handlers by name; a module that is a function itself (`export =`) is its own default. */
type HandlersOf<Module> = Module extends AnyHandler ? { default: Module } : Module;

/** The names of a worker module's exports that are handlers, or promises of handlers. */
export type HandlerName<Module> = {
  [Name in keyof HandlersOf<Module> & string]: Awaited<HandlersOf<Module>[Name]> extends AnyHandler
    ? Name
    : never;
}[keyof HandlersOf<Module> & string];

type HandlerNamed<Module, Name extends string> = Name extends keyof HandlersOf<Module>
  ? Extract<Awaited<HandlersOf<Module>[Name]>, AnyHandler>
  : never;

/** What the handler of this name takes; `void` where it takes nothing. */
export type TaskOf<Module, Name extends string> =
  Parameters<HandlerNamed<Module, Name>> extends [infer Task, ...unknown[]] ? Task : void;

/** What the handler of this name gives. */
export type ResultOf<Module, Name extends string> = Awaited<ReturnType<HandlerNamed<Module, Name>>>;

type Named<Options, Name extends string> = Omit<Options, 'name' | 'filename'> & { readonly name: Name };

/** The options may be left out where the pool's default handler is meant. */
type OptionsFor<Options, Name extends string, Default extends string> = Name extends Default
  ? [options?: Omit<Options, 'name' | 'filename'> & { readonly name?: Name }]
  : [options: Named<Options, Name>];

/** The methods of an executor whose names, tasks and results are checked against a worker module. */
export interface TypedMethods<Module, Default extends string> {
  submit<Name extends HandlerName<Module> = Default & HandlerName<Module>>(
    task: TaskOf<Module, Name>,
    ...options: OptionsFor<SubmitOptions, Name, Default>
  ): Promise<ResultOf<Module, Name>>;
  run<Name extends HandlerName<Module> = Default & HandlerName<Module>>(
    task: TaskOf<Module, Name>,
    ...options: OptionsFor<SubmitOptions, Name, Default>
  ): Promise<ResultOf<Module, Name>>;
  map<Name extends HandlerName<Module> = Default & HandlerName<Module>>(
    tasks: Iterable<TaskOf<Module, Name>>,
    ...options: OptionsFor<MapOptions, Name, Default>
  ): Promise<ResultOf<Module, Name>[]>;
  mapIterable<Name extends HandlerName<Module> = Default & HandlerName<Module>>(
    tasks: Iterable<TaskOf<Module, Name>> | AsyncIterable<TaskOf<Module, Name>>,
    ...options: OptionsFor<MapIterableOptions, Name, Default>
  ): AsyncIterableIterator<ResultOf<Module, Name>>;
}
