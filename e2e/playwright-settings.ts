/** What every suite of this project has in common. */
export const SETTINGS = {
  // One at a time: each test is a whole app with its own database and simulator.
  workers: 1,
  fullyParallel: false,
  // A test that needs a second try is a fault to be found.
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
}
