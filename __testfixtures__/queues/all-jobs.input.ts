import PQueue from 'p-queue';

declare const names: string[];
declare const greet: (name: string) => Promise<string>;
declare const more: (() => Promise<string>)[] | undefined;

const hall = new PQueue({ concurrency: 3 });

export const greetings = hall.addAll(names.map((name) => () => greet(name)));
export const pair = hall.addAll([() => greet('Ada'), ...(more ?? [])], { priority: 2 });
export const given = hall.addAll(more ?? []);
