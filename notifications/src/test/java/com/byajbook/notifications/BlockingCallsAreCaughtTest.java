package com.byajbook.notifications;

import com.byajbook.localstack.testing.BlockHoundProof;

final class BlockingCallsAreCaughtTest extends BlockHoundProof {}
