package com.byajbook.api;

import com.byajbook.localstack.testing.BlockHoundProof;

class BlockHoundIsActiveTest extends BlockHoundProof {}
