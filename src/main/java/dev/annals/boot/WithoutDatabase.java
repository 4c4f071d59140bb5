package dev.annals.boot;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** The native executable holds no PostgreSQL. */
@TargetClass(EmbeddedDatabase.class)
final class WithoutDatabase {

    @Substitute
    static String start(DataFolder data) {
        throw new BootFailure(
                "this executable holds no PostgreSQL to start in "
                        + data.path()
                        + "; set ANNALS_DATABASE_URL");
    }
}
