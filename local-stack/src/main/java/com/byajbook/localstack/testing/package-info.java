/** What tests of the services need from a machine: real servers, empty databases, and proof that blocking is caught. */
@NullMarked
package com.byajbook.localstack.testing;

import org.jspecify.annotations.NullMarked;
