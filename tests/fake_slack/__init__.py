"""A Slack to test against: the Web API, events over HTTP and Socket Mode, with the limits that Slack documents."""
