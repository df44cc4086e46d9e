/** The control plane of one service: its limits are listed, changed, audited and reverted here, and each replica says that it followed. */
@NullMarked
package com.byajbook.platform.control;

import org.jspecify.annotations.NullMarked;
