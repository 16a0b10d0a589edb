export class Worker {
  constructor(hand) {
    this.hand = hand;
  }

  postMessage(task) {
    return [this.hand, task];
  }
}
