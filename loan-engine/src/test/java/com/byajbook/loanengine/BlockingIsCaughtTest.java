package com.byajbook.loanengine;

import com.byajbook.localstack.testing.BlockHoundProof;

/** Proves that BlockHound watches this module's tests. */
class BlockingIsCaughtTest extends BlockHoundProof {}
