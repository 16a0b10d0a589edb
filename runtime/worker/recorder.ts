/** What makes the spans of a worker. */
export interface Recorder {
  /** Whether anybody takes the spans; set with every task, as an SDK may be set up after the pool. */
  isRecording: boolean;
}
