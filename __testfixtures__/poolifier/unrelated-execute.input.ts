import { availableParallelism } from 'poolifier';

interface Command {
  execute(): void;
}

export function runAll(commands: Command[], db: any, statement: { execute(sql: string): unknown }) {
  for (const command of commands) command.execute();
  db.execute('select 1');
  return statement.execute(`limit ${availableParallelism()}`);
}

export const anything = (query, interpreter) => query.execute() ?? interpreter.program.execute();
