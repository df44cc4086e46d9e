package com.byajbook.platform;

import com.byajbook.localstack.testing.BlockHoundProof;

class BlockingCallsAreCaughtTest extends BlockHoundProof {}
