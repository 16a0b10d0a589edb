import PQueue from 'p-queue';
import { bind } from 'traced-pool/context';

declare const names: string[];
declare const greet: (name: string) => Promise<string>;
declare const more: (() => Promise<string>)[] | undefined;

const hall = new PQueue({ concurrency: 3 });

export const greetings = hall.addAll(names.map((name) => bind(() => greet(name))));
export const pair = hall.addAll([bind(() => greet('Ada')), ...(more ?? []).map((job) => bind(job))], { priority: 2 });
export const given = hall.addAll((more ?? []).map((job) => bind(job)));
