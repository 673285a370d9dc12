"""sendframe: local SEND strategies, self-evaluation and evidence, as typed documents."""
