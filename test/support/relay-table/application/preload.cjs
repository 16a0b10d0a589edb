// OpenTelemetry as a preload brings it into every thread.
require('./sdk.cjs').setUpSdk();
