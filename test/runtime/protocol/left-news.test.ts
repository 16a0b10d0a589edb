import {
  createLeftNewsPath,
  formatLeftMessage,
  formatLeftNews,
  isLeftNewsPath,
  parseLeftNews,
} from '../../../runtime/protocol/left-news.js';
import { encodeProcessNews } from '../../../runtime/protocol/process-message.js';

const message = (handle: number) => encodeProcessNews(['withdraw', handle]);

describe('news that a process leaves', () => {
  test('are those that have not come through its channel', () => {
    const text = formatLeftNews(3, [message(3), message(4)]) + formatLeftMessage(message(5));
    const handles = (receivedCount: number) => parseLeftNews(text, receivedCount).map(([, handle]) => handle);
    expect(handles(3)).toEqual([3, 4, 5]);
    expect(handles(5)).toEqual([5]);
    expect(handles(6)).toEqual([]);
  });

  test('are read where that process may leave them, and nowhere else', () => {
    const path = createLeftNewsPath();
    expect(createLeftNewsPath()).not.toBe(path);
    expect(isLeftNewsPath(path, process.pid)).toBe(true);
    expect(isLeftNewsPath(path, process.pid + 1)).toBe(false);
    for (const other of [undefined, 7, '/etc/passwd', `${path}/..`, `${path}.txt`])
      expect(isLeftNewsPath(other, process.pid)).toBe(false);
  });
});
