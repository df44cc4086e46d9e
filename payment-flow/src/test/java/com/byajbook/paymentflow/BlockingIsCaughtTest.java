package com.byajbook.paymentflow;

import com.byajbook.localstack.testing.BlockHoundProof;

/** Blocking is caught in every test of this service, or the others would prove little. */
class BlockingIsCaughtTest extends BlockHoundProof {}
